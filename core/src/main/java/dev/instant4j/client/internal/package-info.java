/** How requests travel: what is sent, what counts as an answer, how long to wait, what is kept out of messages. */
@NullMarked
package dev.instant4j.client.internal;

import org.jspecify.annotations.NullMarked;
