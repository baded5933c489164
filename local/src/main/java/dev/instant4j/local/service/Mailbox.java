package dev.instant4j.local.service;

/** Where mails go: nothing leaves this machine. */
@FunctionalInterface
public interface Mailbox {

    /**
     * Takes a mail with a code to log in with.
     *
     * @param email whom it is for
     * @param code six digits
     */
    void magicCode(String email, String code);
}
