package dev.touchstone.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes a class the anchor of benchmarks: build tools and IDEs find the class, and the engine runs the suites that it names.
 *
 * <pre>{@code
 * @Benchmarks("ceval/stem")
 * class CEvalTest {}
 * }</pre>
 *
 * <p>When the property {@code suite} is set too, only what both name is run.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Testable
public @interface Benchmarks {

    /** Suites to run, each as the property {@code suite} names them; none: what the property {@code suite} says. */
    String[] value() default {};
}
