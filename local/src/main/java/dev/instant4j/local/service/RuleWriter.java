package dev.instant4j.local.service;

import dev.instant4j.local.store.RuleRow;
import dev.instant4j.local.store.RuleStore.Version;
import dev.instant4j.local.store.Tx;
import dev.instant4j.rules.RuleError;
import dev.instant4j.rules.RulesValidator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the rules of apps. */
final class RuleWriter {
    static final String RULE = "rule";
    static final String PERMS = "perms";

    /**
     * Refuses rules that no app can have.
     *
     * @param word what the platform calls them then: {@code rule} or {@code perms}
     */
    static void validate(JsonObject code, String word) {
        List<RuleError> errors = RulesValidator.errors(code);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(
                    word, code, errors.stream().map(RuleWriter::shown).toList());
        }
    }

    private static JsonObject shown(RuleError error) {
        return new JsonObject().put("message", error.message()).put("in", new JsonArray(error.in()));
    }

    /** Returns the rules of an app; null if none were ever set. */
    @Nullable
    JsonObject code(Tx tx, UUID app) {
        return tx.rules().of(app).map(rules -> new JsonObject(rules.code())).orElse(null);
    }

    /** Sets the rules, which were judged before, and returns their row; empty if they are the same already. */
    Optional<RuleRow> set(Tx tx, UUID app, JsonObject code) {
        Optional<RuleRow> stored = tx.rules().of(app);
        if (stored.isPresent() && new JsonObject(stored.get().code()).equals(code)) {
            return Optional.empty();
        }
        int version = stored.map(rules -> rules.version() + 1).orElse(0);
        RuleRow rules = new RuleRow(code.encode(), version);
        tx.rules().set(app, rules, tx.now());
        stored.ifPresent(before -> {
            String edits =
                    RuleEdits.between(code, new JsonObject(before.code())).encode();
            tx.rules().addVersion(app, new Version(version, edits, tx.now()));
        });
        return Optional.of(rules);
    }
}
