package dev.instant4j.junit;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves parameters of tests from an app that is made for a test when it first asks, and gone after it. */
final class InstantAppExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(InstantAppExtension.class);

    /** Lets constructors have the app of the test that an instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TestedApp.offers(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("An app is for one test: take the " + type.getSimpleName()
                    + " in a test, in @BeforeEach or in @AfterEach.");
        }
        return computed(context.getStore(NAMESPACE), TestedApp.class, () -> newApp(context))
                .as(type);
    }

    private static TestedApp newApp(ExtensionContext context) {
        Store ofRun = context.getRoot().getStore(NAMESPACE);
        return computed(ofRun, SharedPlatform.class, SharedPlatform::start)
                .newApp(
                        context.getRequiredTestMethod().getName(),
                        annotation(context).schema());
    }

    private static InstantApp annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), InstantApp.class)
                .orElseGet(() -> annotation(context.getParent().orElseThrow()));
    }

    /** The method that JUnit 5 lacks is the one that JUnit 6 wants to be used. */
    @SuppressWarnings("deprecation")
    private static <T> T computed(Store store, Class<T> type, Supplier<T> maker) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(type, key -> maker.get(), type));
    }
}
