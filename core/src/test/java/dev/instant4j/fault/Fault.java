package dev.instant4j.fault;

/** What may happen to one request on its way, or to its answer. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** The connection is closed before the platform gets to see the request. */
    LOST_REQUEST,
    /** The platform does what it is asked, and the connection is closed before its answer. */
    LOST_ANSWER,
    /** The connection is closed in the middle of the answer. */
    CUT_ANSWER,
    /** Something else answers 503 in the place of the platform, which gets to see the request all the same. */
    GATEWAY_ERROR,
    /** What arrives is no HTTP. */
    GARBAGE
}
