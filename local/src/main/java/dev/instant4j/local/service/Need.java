package dev.instant4j.local.service;

/**
 * What it takes to do something with an app.
 *
 * @param scope of those who come with a token of platform OAuth
 * @param role of users; admin tokens have all
 */
record Need(Scope scope, Role role) {
    static final Need READ = new Need(Scope.APPS_READ, Role.COLLABORATOR);
    static final Need WRITE = new Need(Scope.APPS_WRITE, Role.COLLABORATOR);
    static final Need MANAGE = new Need(Scope.APPS_WRITE, Role.ADMIN);
    static final Need READ_MANAGED = new Need(Scope.APPS_READ, Role.ADMIN);
    static final Need READ_DATA = new Need(Scope.DATA_READ, Role.COLLABORATOR);
    static final Need WRITE_DATA = new Need(Scope.DATA_WRITE, Role.COLLABORATOR);
}
