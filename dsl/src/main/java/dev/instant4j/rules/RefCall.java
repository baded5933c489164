package dev.instant4j.rules;

/** Something that rules may call {@code ref} on. */
interface RefCall {

    /** Returns the values at a path, as CEL values. */
    Object ref(String path);
}
