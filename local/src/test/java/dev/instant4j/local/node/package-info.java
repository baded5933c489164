/** The official tools for Node, unchanged, run against the embedded platform. */
@NullMarked
package dev.instant4j.local.node;

import org.jspecify.annotations.NullMarked;
