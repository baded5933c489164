package dev.instant4j.wire;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.List;

/** Schemas as a platform shows them: {@code {refs, blobs}}, without hidden attrs. */
public final class ShownSchemaJson {

    private ShownSchemaJson() {}

    /** Returns the attrs that a platform shows. */
    public static Attrs decode(JsonCursor schema) {
        List<StoredAttr> attrs = new ArrayList<>();
        for (JsonCursor entity : schema.member("blobs").members().values()) {
            entity.members().values().forEach(attr -> attrs.add(AttrJson.decode(attr)));
        }
        schema.member("refs").members().values().forEach(link -> attrs.add(AttrJson.decode(link)));
        return Attrs.of(attrs);
    }
}
