package dev.instant4j.model.login;

import java.util.List;

/**
 * Where users of an app may come from when they sign in.
 *
 * @param id given by the platform
 * @param service which kind of place
 * @param params what names the place
 */
public record Origin(OriginId id, Service service, List<String> params) {

    public Origin {
        params = List.copyOf(params);
    }

    /** Kinds of places. */
    public enum Service {
        /** A host. */
        GENERIC,
        /** A site of Netlify. */
        NETLIFY,
        /** A deployment suffix and a project of Vercel. */
        VERCEL,
        /** A scheme of links into a mobile app. */
        CUSTOM_SCHEME
    }
}
