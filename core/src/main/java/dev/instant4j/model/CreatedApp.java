package dev.instant4j.model;

/**
 * An app that has just been created.
 *
 * @param app the app
 * @param adminToken lets its bearer do everything with this app
 */
public record CreatedApp(App app, Token adminToken) {

    /** Returns the id of the app. */
    public AppId id() {
        return app.id();
    }
}
