/** Webhooks: who is told of changes to the data of an app, and what came of telling. */
@NullMarked
package dev.instant4j.model.webhook;

import org.jspecify.annotations.NullMarked;
