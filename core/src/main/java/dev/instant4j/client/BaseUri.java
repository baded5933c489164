package dev.instant4j.client;

import java.net.URI;

/** What may serve as the address of a platform. */
final class BaseUri {

    private BaseUri() {}

    /** Returns the address without slashes at its end. */
    static URI checked(URI uri) {
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!isHttp || uri.getHost() == null) {
            throw new IllegalArgumentException("The platform's address \"" + uri
                    + "\" is no http or https URI; it should look like " + PlatformOptions.PRODUCTION + ".");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The platform's address at " + uri.getHost() + " must not have a user, a query or a fragment.");
        }
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }
}
