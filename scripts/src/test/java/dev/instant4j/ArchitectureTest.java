package dev.instant4j;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.instant4j.cli.Main;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/** Which package may know which others: a table that all classes of all modules are held to. */
class ArchitectureTest {
    private static final String ROOT = "dev.instant4j.";

    /** What a package, its sub-packages included, may know. A line's words name lines above it only: no cycles. */
    private static final List<String> TABLE = List.of(
            "model:",
            "error: model",
            "auth: model error",
            "admin: model error",
            "wire: admin auth model error",
            "client: admin auth wire model error",
            "dsl: model",
            "diff: model",
            "rules: wire model error",
            "check: diff rules model",
            "plan: check diff rules wire model error",
            "push: plan check diff rules admin client wire model error",
            "format: dsl rules diff wire model error",
            "render: push plan check diff wire model",
            "local.store: wire model error",
            "local.service: local.store rules wire model error",
            "local.http: local.service local.store wire model error",
            "local: local.http local.service local.store auth model error",
            "junit: local render check client model",
            "terminal: render",
            "script: render push plan check diff dsl format client admin auth wire model error",
            "cli: script terminal format render push plan check diff rules local local.store client admin auth wire"
                    + " model error");

    private static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

    static {
        for (String line : TABLE) {
            String[] parts = line.split(": ?", 2);
            ALLOWED.put(parts[0], new TreeSet<>(List.of(parts[1].isEmpty() ? new String[0] : parts[1].split(" "))));
        }
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.instant4j");

    @Test
    void classes_of_all_modules_are_seen() {
        Set<String> seen = CLASSES.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
        assertThat(seen)
                .contains(
                        ROOT + "model",
                        ROOT + "client",
                        ROOT + "diff",
                        ROOT + "push",
                        ROOT + "local.store",
                        ROOT + "cli");
        assertThat(CLASSES).hasSizeGreaterThan(200);
    }

    @Test
    void every_package_is_in_the_table() {
        assertThat(CLASSES.stream().filter(type -> lineOf(type).isEmpty())).isEmpty();
    }

    @Test
    void a_line_of_the_table_names_lines_above_it_only() {
        Set<String> above = new TreeSet<>();
        ALLOWED.forEach((line, allowed) -> {
            assertThat(above).containsAll(allowed);
            above.add(line);
        });
    }

    @Test
    void a_package_knows_only_what_the_table_allows() {
        Set<String> wrong = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(dependency))
                .map(Dependency::getDescription)
                .collect(toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class)))
                .isEmpty();
    }

    @Test
    void nothing_but_main_touches_the_streams_and_the_end_of_the_process() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void nothing_blocks_but_commands_and_scripts() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..", ROOT + "script..", ROOT + "junit..")
                .should()
                .callMethod(Future.class, "await")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }

    @Test
    void what_is_rendered_has_an_order() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "diff..",
                        ROOT + "check..",
                        ROOT + "plan..",
                        ROOT + "render..",
                        ROOT + "format..",
                        ROOT + "cli..",
                        ROOT + "script..",
                        ROOT + "terminal..")
                .should()
                .callMethodWhere(describe("Map.of or Set.of with elements", ArchitectureTest::isUnordered))
                .check(CLASSES);
    }

    @Test
    void packages_and_types_are_named_for_what_they_do() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getName)
                        .filter(name ->
                                name.matches(".*(\\.(util|common|helper|impl)\\.|(Util|Utils|Helper|Impl)$).*")))
                .isEmpty();
    }

    private static boolean isUnordered(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return (owner.equals(Map.class.getName()) || owner.equals(Set.class.getName()))
                && call.getName().startsWith("of")
                && !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isAllowed(Dependency dependency) {
        String to = lineOf(dependency.getTargetClass());
        String from = lineOf(dependency.getOriginClass());
        return to.isEmpty()
                || from.equals(to)
                || ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    /** Returns the most special line of the table that a type belongs to; empty for types that aren't ours. */
    private static String lineOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return ALLOWED.keySet().stream()
                .filter(line -> name.startsWith(ROOT + line + "."))
                .max(Comparator.comparing(String::length))
                .orElse("");
    }
}
