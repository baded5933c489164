package dev.instant4j.script;

import dev.instant4j.error.DefinitionException;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.bool;
import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DefinitionReaderTest {
    private static final Path FILE = Path.of("todos.jsh");

    @TempDir
    private Path directory;

    @Test
    void a_definition_is_what_the_variables_of_a_script_hold() {
        Definition definition = read("""
                // todos
                var schema = schema(
                    entity("todos",
                        string("title").indexed(),
                        bool("done")));

                Rules rules = rules(namespace("todos", view("true")));
                """);
        assertThat(definition)
                .isEqualTo(new Definition(
                        schema(entity("todos", string("title").indexed(), bool("done"))),
                        rules(namespace("todos", view("true")))));
    }

    @Test
    void every_value_knows_its_line() {
        Schema schema = Objects.requireNonNull(read("""
                // todos
                var schema = schema(
                    entity("todos",
                        string("title").indexed(),

                        bool("done")));
                """).schema());
        assertThat(schema.entities().get(0).place()).hasToString("todos.jsh:3");
        assertThat(schema.entities().get(0).attrs())
                .extracting(attr -> attr.place().toString())
                .containsExactly("todos.jsh:4", "todos.jsh:6");
    }

    @Test
    void a_definition_may_be_of_rules_alone() {
        Definition definition = read("var mine = rules(namespace(\"todos\", view(\"true\")));");
        assertThat(definition.schema()).isNull();
        assertThat(definition.rules()).isEqualTo(rules(namespace("todos", view("true"))));
    }

    @Test
    void parts_may_be_made_by_methods_and_loops() {
        Definition definition = read("""
                var entities = new ArrayList<SchemaPart>();
                for (var name : List.of("a", "b")) {
                    entities.add(named(name));
                }
                var schema = schema(entities.toArray(new SchemaPart[0]));
                Entity named(String name) { return entity(name, string("title")); }
                """.replace("named(name)", "entity(name, string(\"title\"))"));
        assertThat(definition.schema()).isEqualTo(schema(entity("a", string("title")), entity("b", string("title"))));
    }

    @Test
    void two_schemas_are_refused_with_both_lines() {
        assertThat(failureOf("var a = schema();\n\nvar b = schema(entity(\"todos\"));"))
                .isEqualTo(
                        "todos.jsh:3 A definition has one variable of type Schema, here are 2: a on line 1, b on line 3.");
    }

    @Test
    void a_schema_that_is_defined_again_is_refused_too() {
        assertThat(failureOf("var schema = schema();\nvar schema = schema(entity(\"todos\"));"))
                .isEqualTo("todos.jsh:2 A definition has one variable of type Schema, here are 2: "
                        + "schema on line 1, schema on line 2.");
    }

    @Test
    void a_script_without_schema_and_rules_defines_nothing() {
        assertThat(failureOf("var a = 1;"))
                .isEqualTo("unknown place todos.jsh has no variable of type Schema or Rules, so it defines nothing.");
    }

    @Test
    void a_schema_that_no_variable_holds_is_pointed_out() {
        assertThat(failureOf("\nschema(entity(\"todos\"));"))
                .isEqualTo("todos.jsh:2 What is made here is not kept in a variable.");
    }

    @Test
    void a_schema_that_is_null_is_refused() {
        assertThat(failureOf("Schema schema = null;"))
                .isEqualTo("todos.jsh:1 The variable schema of type Schema is null.");
    }

    @Test
    void what_the_factories_refuse_is_told_at_its_line() {
        assertThat(failureOf("var schema = schema(\n  entity(\"a\"),\n  (Entity) null);"))
                .startsWith("todos.jsh:1 NullPointerException");
    }

    @Test
    void a_missing_file_is_told() {
        DefinitionException failure = catchThrowableOfType(DefinitionException.class, () -> reader().read(FILE));
        assertThat(failure).hasMessage("There is no file todos.jsh.");
    }

    @Test
    void a_file_that_is_not_text_is_told() throws IOException {
        Files.write(directory.resolve(FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        DefinitionException failure = catchThrowableOfType(DefinitionException.class, () -> reader().read(FILE));
        assertThat(failure).hasMessage("todos.jsh is not UTF-8 text.");
    }

    private Definition read(String text) {
        write(text);
        return reader().read(FILE);
    }

    private String failureOf(String text) {
        write(text);
        DefinitionException failure = catchThrowableOfType(DefinitionException.class, () -> reader().read(FILE));
        assertThat(failure.findings()).hasSize(1);
        return failure.findings().get(0).place() + " "
                + failure.findings().get(0).message();
    }

    private DefinitionReader reader() {
        return new DefinitionReader(directory, failure -> {});
    }

    private void write(String text) {
        try {
            Files.writeString(directory.resolve(FILE), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
