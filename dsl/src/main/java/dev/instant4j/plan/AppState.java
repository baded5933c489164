package dev.instant4j.plan;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Rules;

/**
 * What an app is at one moment.
 *
 * @param attrs all it stores, the system catalog included
 * @param rules its permissions
 */
public record AppState(Attrs attrs, Rules rules) {}
