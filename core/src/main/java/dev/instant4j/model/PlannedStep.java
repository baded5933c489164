package dev.instant4j.model;

/**
 * A step that a platform planned by itself, from a definition.
 *
 * @param kind the platform's word: {@code add-attr}, {@code update-attr}, or that of a job
 * @param name of the attr, its forward one
 * @param argument all that the step says, as JSON text
 */
public record PlannedStep(String kind, AttrName name, String argument) {}
