/** Tests of the reactive client, against servers that misbehave on purpose. */
@NullMarked
package dev.instant4j.client;

import org.jspecify.annotations.NullMarked;
