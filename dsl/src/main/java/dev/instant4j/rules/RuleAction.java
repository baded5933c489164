package dev.instant4j.rules;

import java.util.List;
import java.util.Locale;

/** What a rule is asked about. */
public enum RuleAction {
    VIEW,
    CREATE,
    UPDATE,
    DELETE,
    LINK,
    UNLINK;

    /** The actions on an entity, in the order in which a platform judges their rules. */
    static final List<RuleAction> ON_ENTITIES = List.of(VIEW, CREATE, UPDATE, DELETE);

    /** Returns the word that stands for it in rules: {@code view}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
