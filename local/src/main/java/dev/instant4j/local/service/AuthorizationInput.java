package dev.instant4j.local.service;

import dev.instant4j.local.store.GrantStore.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks for by the address that it sends a user to.
 *
 * @param request what it wants to be allowed, and where the user comes back to
 * @param state comes back as it is
 */
record AuthorizationInput(Request request, String state) {
    private static final String CHALLENGE = "code_challenge";
    private static final String CHALLENGE_METHOD = "code_challenge_method";

    /**
     * Reads the parameters, as far as they can be judged without knowing the program.
     *
     * @throws Refusal if one is missing or can't be used
     */
    static AuthorizationInput of(Params params) {
        UUID client = params.uuid("client_id");
        String redirectUri = params.text("redirect_uri");
        if (!params.text("response_type").equals("code")) {
            throw Refusal.of("param-malformed", "`response_type` parameter must have value `code`", null);
        }
        String scopes = scopes(params.text("scope"));
        String state = params.text("state");
        @Nullable String challenge = params.optionalText(CHALLENGE).orElse(null);
        @Nullable String method = method(params).orElse(null);
        if (challenge == null && method != null) {
            throw bothOrNeither("code-challenge", CHALLENGE, CHALLENGE_METHOD);
        }
        if (challenge != null && method == null) {
            throw bothOrNeither("code-challenge-method", CHALLENGE_METHOD, CHALLENGE);
        }
        return new AuthorizationInput(new Request(client, redirectUri, scopes, challenge, method), state);
    }

    private static String scopes(String input) {
        List<String> words = Stream.of(input.split(" +")).distinct().toList();
        for (String word : words) {
            if (Scope.ofWord(word).isEmpty()) {
                throw Refusal.of("param-malformed", "Invalid scope " + word, null);
            }
        }
        return String.join(" ", words);
    }

    private static Optional<String> method(Params params) {
        Optional<String> method = params.optionalText(CHALLENGE_METHOD);
        if (method.isPresent() && !Set.of(Pkce.S256, Pkce.PLAIN).contains(method.get())) {
            throw params.malformed(CHALLENGE_METHOD);
        }
        return method;
    }

    private static Refusal bothOrNeither(String dataType, String missing, String present) {
        return Refusal.invalidPlainly(
                dataType, null, "The " + missing + " param must be provided when " + present + " is provided");
    }
}
