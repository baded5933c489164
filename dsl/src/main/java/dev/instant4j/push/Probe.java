package dev.instant4j.push;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Job;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one question to all entities of a kind, one after the other, and remembers how many are affected and a few. */
final class Probe {
    private static final int MOST_SAMPLES = 3;

    private final String entity;
    private final @Nullable AttrName read;
    private final boolean isLink;
    private final Question question;
    private final Meaning meaning;
    private final List<Job.Sample> samples = new ArrayList<>();
    private long count;

    /**
     * What it means to be affected.
     *
     * @param what such entities do, as in {@code Entities of posts that lack title}
     * @param hint what follows from it, or what to do
     */
    record Meaning(String code, Severity severity, String subject, String what, String hint) {}

    /**
     * @param entity whose entities to ask, as it is called now
     * @param read what of them to look at; null if it is enough that they are there
     */
    Probe(String entity, @Nullable AttrName read, boolean isLink, Question question, Meaning meaning) {
        this.entity = entity;
        this.read = read;
        this.isLink = isLink;
        this.question = question;
        this.meaning = meaning;
    }

    String entity() {
        return entity;
    }

    /** Adds what a query must read for this to {@code fields} or {@code links}. */
    void addTo(List<String> fields, JsonObject links) {
        if (read != null && isLink) {
            links.put(
                    read.label(), new JsonObject().put("$", new JsonObject().put("fields", new JsonArray().add("id"))));
        } else if (read != null) {
            fields.add(read.label());
        }
    }

    void look(JsonObject found) {
        Object value = read == null ? null : found.getValue(read.label());
        if (question.isAffected(value)) {
            count++;
            if (samples.size() < MOST_SAMPLES) {
                samples.add(new Job.Sample(found.getString("id"), Json.encode(value)));
            }
        }
    }

    /** Returns what was found; empty if no entity is affected. */
    Optional<Affected> result() {
        if (count == 0) {
            return Optional.empty();
        }
        String message = "Entities of " + entity + " that " + meaning.what() + ": " + count + ".";
        Finding finding = new Finding(
                meaning.code(), meaning.severity(), meaning.subject(), message, meaning.hint(), Place.UNKNOWN);
        return Optional.of(new Affected(finding, count, samples));
    }

    /** Returns what to say if no entity could be asked. */
    Finding unchecked(String reason) {
        return new Finding(
                "IDB249",
                Severity.WARNING,
                meaning.subject(),
                "Not checked: entities of " + entity + " that " + meaning.what() + " (" + reason + ").",
                "Use a token that may read the data.",
                Place.UNKNOWN);
    }
}
