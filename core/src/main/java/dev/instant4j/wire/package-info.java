/**
 * The platform's JSON and what it stands for in the model, in both directions. Nothing else knows a JSON key; knows no
 * HTTP.
 */
@NullMarked
package dev.instant4j.wire;

import org.jspecify.annotations.NullMarked;
