/** How an app becomes what its definition says: stages of ordered steps with their findings. */
@NullMarked
package dev.instant4j.plan;

import org.jspecify.annotations.NullMarked;
