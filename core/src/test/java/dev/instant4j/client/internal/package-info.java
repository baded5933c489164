/** Tests of how requests travel. */
@NullMarked
package dev.instant4j.client.internal;

import org.jspecify.annotations.NullMarked;
