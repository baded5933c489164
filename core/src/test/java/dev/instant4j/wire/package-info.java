/** Tests of the platform's JSON. */
@NullMarked
package dev.instant4j.wire;

import org.jspecify.annotations.NullMarked;
