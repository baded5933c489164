package dev.instant4j.local.service;

import dev.instant4j.local.store.Tx;
import dev.instant4j.rules.CompiledRules;
import dev.instant4j.rules.RateLimiter;
import dev.instant4j.rules.RuleContext;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.UUID;

/**
 * The rules of apps, compiled, and how much their rate limits still allow, of as many apps as were used last. Safe for
 * use by several threads.
 */
final class RuleBook {
    private static final String NO_RULES = "{}";
    private static final int MAX_COMPILED = 100;
    private static final int MAX_LIMITERS = 10_000;

    private final InstantSource clock;
    private final Recent<UUID, Entry> entries = new Recent<>(MAX_COMPILED);
    private final Recent<UUID, RateLimiter> limiters = new Recent<>(MAX_LIMITERS);

    RuleBook(InstantSource clock) {
        this.clock = clock;
    }

    private record Entry(String code, CompiledRules rules) {}

    /** Returns the rules of an app as they are now. */
    CompiledRules rules(Tx tx, UUID app) {
        String code = tx.rules().of(app).map(row -> row.code()).orElse(NO_RULES);
        return entries.renewed(
                        app,
                        kept -> kept != null && kept.code().equals(code)
                                ? kept
                                : new Entry(code, CompiledRules.of(new JsonObject(code))))
                .rules();
    }

    /** Returns the rules that a request wants to have tested: its own, or else those of the app. */
    CompiledRules tested(Tx tx, DataRequest request) {
        if (request.body().body().getValue("rules-override") instanceof JsonObject code) {
            RuleWriter.validate(code, RuleWriter.RULE);
            return CompiledRules.of(code);
        }
        return rules(tx, request.app());
    }

    /** Returns what the rules of a request share. */
    RuleContext context(Tx tx, DataRequest request, Actors.Actor actor, JsonObject ruleParams) {
        UUID app = actor.app().id();
        return new RuleContext(
                actor.auth(),
                ruleParams,
                request.forRules(tx.now()),
                new RefReader(new EntityReader(tx, app, actor.schema())),
                limiters.renewed(app, kept -> kept == null ? new RateLimiter(clock) : kept));
    }
}
