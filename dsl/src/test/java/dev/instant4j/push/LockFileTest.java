package dev.instant4j.push;

import dev.instant4j.check.Protections;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plans;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LockFileTest {
    private static final URI PLATFORM = URI.create("https://instant.example.com");
    private static final AppId APP = new AppId(new UUID(1, 1));
    private static final AppId OTHER = new AppId(new UUID(1, 2));
    private static final Schema PROTECTED = schema(
            entity("invoices", string("number").protect("the tax office asks for it")),
            entity("people").protect("they are our customers"),
            link("payer", hasOne("invoices", "payer"), hasMany("people", "invoices"))
                    .protect("who owes what"));

    @Test
    void what_is_remembered_of_one_app_is_kept_apart_from_others(@TempDir Path folder) throws IOException {
        LockFile lock = LockFile.beside(folder.resolve("app.jsh"));

        lock.remember(PLATFORM, APP, Protections.of(PROTECTED));
        lock.remember(PLATFORM, OTHER, Protections.NONE);

        assertThat(LockFile.beside(folder.resolve("app.jsh")).protections(PLATFORM, APP))
                .isEqualTo(Protections.of(PROTECTED));
        assertThat(lock.protections(PLATFORM, OTHER)).isEqualTo(Protections.NONE);
    }

    @Test
    void nothing_is_written_when_nothing_is_protected(@TempDir Path folder) throws IOException {
        LockFile.beside(folder.resolve("app.jsh")).remember(PLATFORM, APP, Protections.NONE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_damaged_file_is_named_and_left_alone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(LockFile.NAME);
        Files.writeString(file, "{");

        assertThatThrownBy(() -> LockFile.beside(file).remember(PLATFORM, APP, Protections.of(PROTECTED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(LockFile.NAME);
        assertThat(file).hasContent("{");
    }

    @Test
    void a_remembered_protection_outlives_the_code_that_said_it() {
        Protections remembered = Protections.of(PROTECTED);

        assertThat(remembered.objections(Plans.between(PROTECTED, schema()).changes()))
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder("invoices.number", "people", "invoices.payer");
        assertThat(remembered.objections(Plans.between(PROTECTED, PROTECTED).changes()))
                .isEmpty();
    }
}
