package dev.instant4j.rules;

import java.util.List;
import java.util.Map;

/** An entity whose links expressions may follow. */
final class LinkedMap extends EntityMap implements RefCall {
    private static final String USER_PREFIX = "$user.";

    private final String etype;
    private final Refs refs;

    /**
     * @param json its attrs by label, as JSON values
     * @param etype its type
     */
    LinkedMap(Map<?, ?> json, String etype, Refs refs) {
        super(json);
        this.etype = etype;
        this.refs = refs;
    }

    @Override
    public Object ref(String path) {
        if (isNull("id")) {
            return List.of();
        }
        String inner =
                etype.equals("$users") && path.startsWith(USER_PREFIX) ? path.substring(USER_PREFIX.length()) : path;
        return CelValues.toCelList(refs.values(etype, String.valueOf(get("id")), inner));
    }
}
