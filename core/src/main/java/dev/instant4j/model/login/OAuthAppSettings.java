package dev.instant4j.model.login;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What users are told of a program before they let it act for them. What is null is left as it is, or not told.
 *
 * @param name of the program; a new one needs one
 * @param logo a picture as a data URL, at most 1 MiB: {@code data:image/png;base64,...}
 * @param supportEmail whom to ask
 * @param homePage where to read about it
 * @param privacyPolicy where it says what it does with data
 * @param terms where it says what users agree to
 */
public record OAuthAppSettings(
        @Nullable String name,
        @Nullable String logo,
        @Nullable String supportEmail,
        @Nullable URI homePage,
        @Nullable URI privacyPolicy,
        @Nullable URI terms) {
    /** Tells nothing, and changes nothing. */
    public static final OAuthAppSettings NONE = new OAuthAppSettings(null, null, null, null, null, null);

    /** Returns settings of nothing but a name. */
    public static OAuthAppSettings named(String name) {
        return new OAuthAppSettings(name, null, null, null, null, null);
    }

    /** Returns these settings with another logo, a data URL. */
    public OAuthAppSettings logo(String newLogo) {
        return new OAuthAppSettings(name, newLogo, supportEmail, homePage, privacyPolicy, terms);
    }

    /** Returns these settings with another address for questions. */
    public OAuthAppSettings supportEmail(String newEmail) {
        return new OAuthAppSettings(name, logo, newEmail, homePage, privacyPolicy, terms);
    }

    /** Returns these settings with another home page. */
    public OAuthAppSettings homePage(URI newPage) {
        return new OAuthAppSettings(name, logo, supportEmail, newPage, privacyPolicy, terms);
    }

    /** Returns these settings with another privacy policy. */
    public OAuthAppSettings privacyPolicy(URI newPolicy) {
        return new OAuthAppSettings(name, logo, supportEmail, homePage, newPolicy, terms);
    }

    /** Returns these settings with other terms. */
    public OAuthAppSettings terms(URI newTerms) {
        return new OAuthAppSettings(name, logo, supportEmail, homePage, privacyPolicy, newTerms);
    }
}
