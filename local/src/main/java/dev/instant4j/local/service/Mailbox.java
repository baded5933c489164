package dev.instant4j.local.service;

/** Where mails go: nothing leaves this machine. */
@FunctionalInterface
public interface Mailbox {

    /**
     * Takes a mail with a code, to log in or to verify a sender with.
     *
     * @param email whom it is for
     * @param code six digits
     */
    void magicCode(String email, String code);
}
