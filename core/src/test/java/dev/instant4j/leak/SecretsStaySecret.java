package dev.instant4j.leak;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Listens to a whole run of tests, in every module that has this on its class path, and fails it at its end if a secret
 * was thrown or logged.
 */
public final class SecretsStaySecret implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        tests.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Eavesdropping.class, begin -> new Eavesdropping());
    }
}
