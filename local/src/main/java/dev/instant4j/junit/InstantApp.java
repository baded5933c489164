package dev.instant4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a fresh app on an embedded platform. A test gets what it takes as parameters:
 *
 * <ul>
 *   <li>{@link dev.instant4j.client.AdminClient}, to read and write the app's data, as admin or in someone's name
 *   <li>{@link dev.instant4j.client.InstantPlatform}, a client that acts with the app's admin token
 *   <li>{@link dev.instant4j.model.AppId} and {@link dev.instant4j.local.LocalApp}, the app itself, the latter with its
 *       admin token
 *   <li>{@link dev.instant4j.local.LocalPlatform}, which all tests share, and which only the end of the run stops
 * </ul>
 *
 * <pre>{@code
 * @InstantApp(schema = TodoApp.class)
 * class TodoAppTest {
 *     @Test
 *     void todos_are_kept(AdminClient admin) { ... }
 * }
 * }</pre>
 *
 * <p>The parameters of {@code @BeforeEach}, {@code @AfterEach}, and of the constructor of a class that is made anew for
 * each test are those of the test. Holds for nested classes too, and a method's annotation replaces that of its class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InstantAppExtension.class)
public @interface InstantApp {

    /**
     * The class that says what the app is: a public static field of type {@link dev.instant4j.model.Schema}, one of type
     * {@link dev.instant4j.model.Rules}, or both. Without it the app has neither.
     */
    Class<?> schema() default void.class;
}
