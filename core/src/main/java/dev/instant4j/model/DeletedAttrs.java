package dev.instant4j.model;

import java.time.Duration;
import java.util.List;

/**
 * The attrs of an app that were deleted a short while ago.
 *
 * @param attrs in no order
 * @param grace how long they are kept after they were deleted
 */
public record DeletedAttrs(List<DeletedAttr> attrs, Duration grace) {

    public DeletedAttrs {
        attrs = List.copyOf(attrs);
    }
}
