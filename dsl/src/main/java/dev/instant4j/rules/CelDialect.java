package dev.instant4j.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.Program;
import dev.instant4j.wire.DateText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The CEL that rules are written in: which names there are for each action, and which functions beyond the standard's.
 * Its first use loads CEL, which takes a good half second.
 */
final class CelDialect {
    private static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelType BUCKET = OpaqueType.create("RateLimitBucket");
    private static final CelOptions OPTIONS =
            CelOptions.current().populateMacroCalls(true).build();
    private static final CelStringExtensions.Function[] STRING_FUNCTIONS = {
        CelStringExtensions.Function.CHAR_AT,
        CelStringExtensions.Function.INDEX_OF,
        CelStringExtensions.Function.JOIN,
        CelStringExtensions.Function.LAST_INDEX_OF,
        CelStringExtensions.Function.LOWER_ASCII,
        CelStringExtensions.Function.REPLACE,
        CelStringExtensions.Function.SPLIT,
        CelStringExtensions.Function.SUBSTRING,
        CelStringExtensions.Function.TRIM,
        CelStringExtensions.Function.UPPER_ASCII
    };
    private static final Map<RuleAction, CelCompiler> COMPILERS = compilers();

    private CelDialect() {}

    /** Returns what an expression says, without judging names and types. */
    static CelAbstractSyntaxTree parse(RuleAction action, String expression) throws CelValidationException {
        return compiler(action).parse(expression).getAst();
    }

    /** Returns what an expression says, with names and types checked. */
    static CelAbstractSyntaxTree compile(RuleAction action, String expression) throws CelValidationException {
        return compiler(action).compile(expression).getAst();
    }

    static Program program(CelAbstractSyntaxTree expression) throws CelEvaluationException {
        return Evaluator.INSTANCE.createProgram(expression);
    }

    /** Loaded when a rule is first evaluated: judging rules does without it. */
    private static final class Evaluator {
        private static final CelRuntime INSTANCE = runtime();
    }

    private static CelCompiler compiler(RuleAction action) {
        return Objects.requireNonNull(COMPILERS.get(action));
    }

    private static Map<RuleAction, CelCompiler> compilers() {
        Map<RuleAction, CelCompiler> compilers = new EnumMap<>(RuleAction.class);
        for (RuleAction action : RuleAction.values()) {
            compilers.put(action, withNames(action).build());
        }
        return compilers;
    }

    private static CelCompilerBuilder withNames(RuleAction action) {
        CelCompilerBuilder names = base();
        switch (action) {
            case VIEW, DELETE -> {}
            case CREATE, UPDATE -> names.addVar("newData", OBJECT);
            case UNLINK -> names.addVar("newData", OBJECT).addVar("linkedData", OBJECT);
            case LINK ->
                names.addVar("newData", OBJECT).addVar("linkedData", OBJECT).addVar("actions", OBJECT);
        }
        return names;
    }

    private static CelCompilerBuilder base() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.bindings(), CelExtensions.strings(STRING_FUNCTIONS), CelExtensions.math())
                .addMessageTypes(RequestMessage.descriptor())
                .addVar("data", OBJECT)
                .addVar("auth", OBJECT)
                .addVar("ruleParams", OBJECT)
                .addVar("request", StructTypeReference.create(RequestMessage.NAME))
                .addVar("rateLimit", MapType.create(SimpleType.STRING, BUCKET))
                .addFunctionDeclarations(
                        member("ref", overload("_ref", ListType.create(SimpleType.DYN), OBJECT, SimpleType.STRING)),
                        member("getTime", overload("_get_time", SimpleType.INT, SimpleType.TIMESTAMP)),
                        member(
                                "limit",
                                overload("_limit", SimpleType.BOOL, BUCKET, SimpleType.DYN),
                                overload("_limit_count", SimpleType.BOOL, BUCKET, SimpleType.DYN, SimpleType.INT)));
    }

    private static CelFunctionDecl member(String name, CelOverloadDecl... overloads) {
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static CelOverloadDecl overload(String id, CelType result, CelType... arguments) {
        return CelOverloadDecl.newMemberOverload(id, result, arguments);
    }

    private static CelRuntime runtime() {
        return CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(StandardFunction.TIMESTAMP)
                        .build())
                .addLibraries(CelExtensions.strings(STRING_FUNCTIONS), CelExtensions.math())
                .addMessageTypes(RequestMessage.descriptor())
                .addFunctionBindings(
                        CelFunctionBinding.from("_ref", RefCall.class, String.class, RefCall::ref),
                        CelFunctionBinding.from("_get_time", Instant.class, Instant::toEpochMilli),
                        CelFunctionBinding.from(
                                "_limit", RateLimitBucket.class, Object.class, (bucket, key) -> bucket.take(key, 1)),
                        CelFunctionBinding.from(
                                "_limit_count",
                                ImmutableList.of(RateLimitBucket.class, Object.class, Long.class),
                                call -> ((RateLimitBucket) call[0]).take(call[1], (Long) call[2])),
                        CelFunctionBinding.from("string_to_timestamp", String.class, CelDialect::timestamp),
                        CelFunctionBinding.from("int64_to_timestamp", Long.class, Instant::ofEpochMilli),
                        CelFunctionBinding.from("timestamp_to_timestamp", Instant.class, instant -> instant))
                .build();
    }

    private static Instant timestamp(String text) {
        return DateText.instant(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a date that is understood."));
    }
}
