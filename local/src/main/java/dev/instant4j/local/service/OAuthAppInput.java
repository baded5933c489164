package dev.instant4j.local.service;

import dev.instant4j.local.store.OAuthAppStore.Profile;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a program tells about itself. */
final class OAuthAppInput {
    private static final Pattern IMAGE = Pattern.compile("data:image/(\\w+);base64,");
    private static final Set<String> TYPES = Set.of("jpg", "jpeg", "png", "svg", "webp");
    private static final int MAX_IMAGE_BYTES = 1 << 20;

    private OAuthAppInput() {}

    /** Returns the profile of a new program. */
    static Profile profile(Params body) {
        return new Profile(
                body.text("app_name"),
                logo(body).orElse(null),
                body.optionalText("support_email").orElse(null),
                body.optionalWebUrl("app_home_page").orElse(null),
                body.optionalWebUrl("app_privacy_policy_link").orElse(null),
                body.optionalWebUrl("app_tos_link").orElse(null));
    }

    /** Returns a profile with what the body gives in place of what it had. */
    static Profile changed(Profile profile, Params body) {
        return new Profile(
                body.optionalText("app_name").orElse(profile.name()),
                logo(body).orElse(profile.logo()),
                body.optionalText("support_email").orElse(profile.supportEmail()),
                body.optionalWebUrl("app_home_page").orElse(profile.homePage()),
                body.optionalWebUrl("app_privacy_policy_link").orElse(profile.privacyPolicyLink()),
                body.optionalWebUrl("app_tos_link").orElse(profile.tosLink()));
    }

    private static Optional<String> logo(Params body) {
        Optional<String> url = body.optionalText("app_logo");
        url.ifPresent(OAuthAppInput::mustBeImage);
        return url;
    }

    private static void mustBeImage(String url) {
        Matcher image = IMAGE.matcher(url);
        if (!image.lookingAt()) {
            throw refused("Invalid image url");
        }
        if (!TYPES.contains(image.group(1))) {
            throw refused("Invalid image type");
        }
        if (size(url.substring(image.end())) > MAX_IMAGE_BYTES) {
            throw refused("Image is too large");
        }
    }

    private static int size(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException malformed) {
            throw refused("Invalid image");
        }
    }

    private static Refusal refused(String message) {
        return Refusal.of("param-malformed", message, null);
    }
}
