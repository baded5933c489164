package dev.instant4j.wire;

import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.RuleVersion;
import dev.instant4j.model.Rules;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules as a platform stores them. Lossless in meaning: what this project has no type for is kept as JSON text, booleans
 * become the texts they stand for, and what says nothing (null, an empty {@code allow}) is left out.
 */
public final class RulesJson {

    private RulesJson() {}

    /**
     * Returns the rules in the form in which a platform takes them.
     *
     * @throws IllegalArgumentException if a rule of kind OTHER is not JSON, or stands where another rule does
     */
    public static JsonObject encode(Rules rules) {
        JsonObject json = new JsonObject();
        for (Namespace namespace : rules.namespaces()) {
            RuleEncoder encoder =
                    new RuleEncoder(namespace.name(), json.getJsonObject(namespace.name(), new JsonObject()));
            namespace.rules().forEach(encoder::put);
            json.put(namespace.name(), encoder.json());
        }
        return json;
    }

    /**
     * Returns the request that replaces all rules.
     *
     * @throws IllegalArgumentException as {@link #encode} does
     */
    public static JsonObject replaceRequest(Rules rules) {
        return new JsonObject().put("code", encode(rules));
    }

    /** Returns the changes of rules that an answer lists. */
    public static List<RuleVersion> versions(JsonCursor answer) {
        return answer.member("versions").elements(RulesJson::version);
    }

    private static RuleVersion version(JsonCursor version) {
        return new RuleVersion(
                Math.toIntExact(version.member("version").number()),
                version.member("created_at").instant(),
                version.member("edits").json());
    }

    /** Returns the rules that a platform stores; null stands for none. */
    public static Rules decode(JsonCursor rules) {
        if (rules.isNull()) {
            return Rules.NONE;
        }
        List<Namespace> namespaces = new ArrayList<>();
        rules.members().forEach((name, namespace) -> {
            if (!namespace.isNull()) {
                namespaces.add(new Namespace(name, new RuleDecoder().decode(name, namespace), Place.UNKNOWN));
            }
        });
        return new Rules(namespaces);
    }
}
