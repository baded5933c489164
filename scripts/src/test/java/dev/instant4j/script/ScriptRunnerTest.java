package dev.instant4j.script;

import dev.instant4j.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScriptRunnerTest {

    @Test
    void a_script_runs_from_its_start_to_its_end() {
        assertThat(valuesOf("""
                int a = 1;
                a = a + 1;
                int twice(int x) { return 2 * x; }
                var b = twice(a);
                """)).isEqualTo("a=2 b=4");
    }

    @Test
    void comments_blank_lines_and_a_shebang_line_are_passed_over() {
        assertThat(valuesOf("#!/usr/bin/env instant4j run\n\n// one\n/* two */ var a = 1; // three\n\n   \n// four"))
                .isEqualTo("a=1");
    }

    @Test
    void an_empty_script_has_no_values() {
        assertThat(valuesOf("")).isEmpty();
        assertThat(valuesOf("#!/bin/sh")).isEmpty();
    }

    @Test
    void windows_line_ends_a_byte_order_mark_and_any_letters_are_understood() {
        assertThat(valuesOf("\uFEFFvar größe =\r\n  \"日本 𝄞\";\r\nvar b = 2;\r\n"))
                .isEqualTo("größe=日本 𝄞 b=2");
    }

    @Test
    void the_last_semicolon_and_line_end_may_be_missing() {
        assertThat(valuesOf("var a = 1;\nvar b = a + 1")).isEqualTo("a=1 b=2");
    }

    @Test
    void a_snippet_may_go_on_over_many_lines() {
        assertThat(valuesOf(
                        "var a = \"x\"\n    .repeat(2)\n\n    .trim();\nif (a.isEmpty()) {\n}\nelse {\n a = a + 1;\n}"))
                .isEqualTo("a=xx1");
    }

    @Test
    void one_line_may_hold_many_snippets() {
        assertThat(valuesOf("int a = 1, b = 2; var c = a + b;")).isEqualTo("a=1 b=2 c=3");
    }

    @Test
    void a_script_may_use_all_of_the_class_path_and_the_jdk() {
        assertThat(valuesOf("""
                import io.vertx.core.json.*;
                var a = new JsonObject().put("x", 1).getInteger("x");
                var b = org.assertj.core.util.Lists.list(1, 2).size();
                var c = dev.instant4j.local.LocalOptions.inMemory().port();
                var d = java.net.http.HttpClient.Version.HTTP_2;
                """)).isEqualTo("a=1 b=2 c=0 d=HTTP_2");
    }

    @Test
    void nothing_after_a_line_that_does_not_compile_runs() {
        System.clearProperty("instant4j.test.ran");
        ScriptException failure =
                failureOf("int a = 1;\nint b = \"x\";\nSystem.setProperty(\"instant4j.test.ran\", \"yes\");");
        assertThat(failure).hasMessage("test.jsh:2: incompatible types: java.lang.String cannot be converted to int");
        assertThat(System.getProperty("instant4j.test.ran")).isNull();
    }

    @Test
    void every_error_of_a_snippet_that_does_not_compile_is_told() {
        assertThat(failureOf("""
                // first line
                int sum(int a) {
                    int b = "x";

                    return a + c;
                }
                """).findings())
                .extracting(finding -> finding.place() + " "
                        + finding.message().lines().findFirst().orElse(""))
                .containsExactly(
                        "test.jsh:3 incompatible types: java.lang.String cannot be converted to int",
                        "test.jsh:5 cannot find symbol");
    }

    @Test
    void a_syntax_error_is_told_at_its_line() {
        assertThat(failureOf("int a = 1;\n\nint b = (2 + ;\nint c = 3;\n"))
                .hasMessageStartingWith("test.jsh:3: illegal start of expression");
    }

    @Test
    void an_exception_stops_the_script_at_the_line_that_threw() {
        ScriptException failure = failureOf("""
                int parse(String text) {
                    // the next line throws
                    return Integer.parseInt(text);
                }

                var a = List.of(
                    parse("1"),
                    parse("x"));
                """);
        assertThat(failure).hasMessage("test.jsh:3: NumberFormatException: For input string: \"x\"");
        assertThat(failure).hasCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void the_reason_of_an_exception_is_told() {
        assertThat(failureOf("\nthrow new IllegalStateException(\"a\", new java.io.IOException(\"b\"));"))
                .hasMessage("test.jsh:2: IllegalStateException: a, because of IOException: b");
    }

    @Test
    void an_error_is_an_exception_like_any_other() {
        assertThat(failureOf("int f(int x) { return f(x + 1); }\nf(1);")).hasMessage("test.jsh:1: StackOverflowError");
    }

    @Test
    void a_method_may_call_one_that_is_declared_later() {
        assertThat(valuesOf("""
                int a(int x) { return x == 0 ? 0 : b(x - 1); }
                int b(int x) { return a(x); }
                var c = a(3);
                """)).isEqualTo("c=0");
    }

    @Test
    void an_unknown_name_in_a_method_is_told_at_the_end() {
        assertThat(failureOf("""
                void unused() {

                    missing(1);
                }
                var a = 1;
                """))
                .hasMessage("test.jsh:3: unused uses method missing(int), which nothing in this script declares");
    }

    @Test
    void calling_a_method_that_uses_an_unknown_name_stops_the_script() {
        assertThat(failureOf("void f() {\n  missing(1);\n}\nf();\n"))
                .hasMessage("test.jsh:2: f uses method missing(int), which nothing in this script declares");
    }

    @Test
    void a_variable_of_an_unknown_type_stops_the_script() {
        assertThat(failureOf("int a;\nUnknown x;\nclass Unknown {}"))
                .hasMessage("test.jsh:2: x uses class Unknown, which nothing in this script declares");
    }

    @Test
    void an_unclosed_bracket_is_named_with_its_line() {
        assertThat(failureOf("var a = 1;\n// )\nvar b = List.of(\n  \"(\",\n  List.of(1, 2);\nvar c = 3;"))
                .hasMessage("test.jsh:3: The ( here is never closed, in the snippet that begins on line 3.");
    }

    @Test
    void an_unclosed_comment_or_text_block_is_named() {
        assertThat(failureOf("var a =\n1;\n\n/* b\n"))
                .hasMessage("test.jsh:4: The /* here is never closed, in the snippet that begins on line 1.");
        assertThat(failureOf("var a =\n  \"\"\"\n  b;\n"))
                .hasMessage("test.jsh:2: The \"\"\" here is never closed, in the snippet that begins on line 1.");
    }

    @Test
    void commands_of_the_jshell_tool_are_refused() {
        assertThat(failureOf("var a = 1;\n// open it\n/open other.jsh\n"))
                .hasMessageStartingWith("test.jsh:3: A line that begins with / is a command of the jshell tool");
    }

    @Test
    void a_class_that_can_not_be_initialized_stops_the_script() {
        assertThat(failureOf("class A { static int x = Integer.parseInt(\"y\"); }\nvar a = A.x;"))
                .hasMessageContaining("ExceptionInInitializerError");
    }

    @Test
    void values_whose_text_throws_do_no_harm() {
        assertThat(
                        valuesOf(
                                "record A() { public String toString() { throw new Error(); } }\nvar a = new A(); int b = 1; a = null;"))
                .isEqualTo("a=null b=1");
    }

    @Test
    void a_place_in_generated_code_is_translated_to_the_line_of_the_script() {
        String text = """
                // The line of the caller, as the JVM knows it.
                StackTraceElement here() {
                    return new Throwable().getStackTrace()[1];
                }
                StackTraceElement indirect() { return
                    other(); }

                /** Declared later. */
                StackTraceElement other() { // tail
                    var ignored = 1;
                    return here();
                }
                var a = List.of(here(),
                    here(),

                    here()); var b = here();
                var c = indirect();
                Object d =
                    new Object() {
                        public String toString() {
                            return "" + here().getLineNumber();
                        }
                    };
                """;
        assertThat(linesIn(text, "a", "b", "c")).containsExactly(13, 14, 16, 16, 11);
    }

    private static List<Integer> linesIn(String text, String... names) {
        Evaluation evaluation = evaluate(text);
        return evaluation.values().stream()
                .filter(value -> List.of(names).contains(value.name()))
                .flatMap(value -> value.value() instanceof List<?> list ? list.stream() : Stream.of(value.value()))
                .map(StackTraceElement.class::cast)
                .map(frame -> evaluation.places().apply(new Place(frame.getFileName(), frame.getLineNumber())))
                .peek(place -> assertThat(place.file()).isEqualTo("test.jsh"))
                .map(Place::line)
                .toList();
    }

    private static String valuesOf(String text) {
        return evaluate(text).values().stream()
                .filter(ScriptValue::isNamed)
                .map(value -> value.name() + "=" + value.value())
                .collect(joining(" "));
    }

    private static ScriptException failureOf(String text) {
        ScriptException failure = catchThrowableOfType(ScriptException.class, () -> evaluate(text));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Evaluation evaluate(String text) {
        try (ScriptRunner runner = ScriptRunner.start()) {
            runner.prepare(List.of("import java.util.*;\nimport java.util.stream.*;\n"));
            return runner.run(Script.of(Path.of("test.jsh"), text), failure -> {});
        }
    }
}
