package dev.instant4j.admin;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** One thing to do to the data of an app. Values are JSON; the attrs need not exist unless the transaction is strict. */
public sealed interface Write {

    /** Returns the entity (in the schema) that is written to. */
    String entity();

    /** Returns which one is written to. */
    Target target();

    /** Calls the case for this kind of write. A new kind breaks every caller at compile time. */
    <R> R match(Cases<R> cases);

    /** Sets values, and creates the entity if there is none. */
    static Update update(String entity, Target target, JsonObject values) {
        return new Update(entity, target, values, true);
    }

    /** Sets values of an entity that must not exist yet. */
    static Create create(String entity, EntityId id, JsonObject values) {
        return new Create(entity, id, values);
    }

    /** Merges values into objects that are stored, deeply; null takes a key out. Creates the entity if there is none. */
    static Merge merge(String entity, Target target, JsonObject values) {
        return new Merge(entity, target, values, true);
    }

    /** Links an entity with others over a label, forward or reverse. */
    static Link link(String entity, Target target, String label, Target... others) {
        return new Link(entity, target, label, List.of(others));
    }

    /** Removes links. */
    static Unlink unlink(String entity, Target target, String label, Target... others) {
        return new Unlink(entity, target, label, List.of(others));
    }

    /** Deletes an entity, with all that a cascade takes along. */
    static Delete delete(String entity, Target target) {
        return new Delete(entity, target);
    }

    /** Sets parameters that the rules for writing this entity may look at. */
    static RuleParams ruleParams(String entity, Target target, JsonObject params) {
        return new RuleParams(entity, target, params);
    }

    /** Sets values; creates the entity if there is none, but when strict. */
    record Update(String entity, Target target, JsonObject values, boolean createsMissing) implements Write {
        public Update {
            values = values.copy();
        }

        /** Returns this update for an entity that must exist. */
        public Update strict() {
            return new Update(entity, target, values, false);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.update(this);
        }
    }

    /** Sets values of an entity that must not exist yet. */
    record Create(String entity, EntityId target, JsonObject values) implements Write {
        public Create {
            values = values.copy();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }
    }

    /** Merges values into objects that are stored; creates the entity if there is none, but when strict. */
    record Merge(String entity, Target target, JsonObject values, boolean createsMissing) implements Write {
        public Merge {
            values = values.copy();
        }

        /** Returns this merge for an entity that must exist. */
        public Merge strict() {
            return new Merge(entity, target, values, false);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.merge(this);
        }
    }

    /** Links an entity with others. */
    record Link(String entity, Target target, String label, List<Target> others) implements Write {
        public Link {
            others = List.copyOf(others);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.link(this);
        }
    }

    /** Removes links. */
    record Unlink(String entity, Target target, String label, List<Target> others) implements Write {
        public Unlink {
            others = List.copyOf(others);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unlink(this);
        }
    }

    /** Deletes an entity. */
    record Delete(String entity, Target target) implements Write {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delete(this);
        }
    }

    /** Sets parameters for rules. */
    record RuleParams(String entity, Target target, JsonObject params) implements Write {
        public RuleParams {
            params = params.copy();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ruleParams(this);
        }
    }

    /** What to do for each kind of write. */
    interface Cases<R> {
        R update(Update write);

        R create(Create write);

        R merge(Merge write);

        R link(Link write);

        R unlink(Unlink write);

        R delete(Delete write);

        R ruleParams(RuleParams write);
    }
}
