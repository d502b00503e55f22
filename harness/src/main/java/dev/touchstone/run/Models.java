package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the provider of a model by its name, {@code SCHEME:LOCATION}, or {@code SCHEME} alone. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Models {

    /** The model that is evaluated when none is named, if its adapter is on the class path. It answers mini items unless data are named. */
    public static final String BUILT_IN = "reference";

    private final List<ModelProvider> providers;

    Models(List<ModelProvider> providers) {
        this.providers = providers;
    }

    /** All providers on the class path. */
    public static Models load() {
        return new Models(ServiceLoader.load(ModelProvider.class, Models.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ModelProvider::scheme))
                .toList());
    }

    /** How models can be named, in one line, for messages. */
    public String usages() {
        return providers.isEmpty()
                ? "none, as no model adapter is on the class path; add dev.touchstone:touchstone-model-reference"
                : providers.stream().map(ModelProvider::usage).collect(Collectors.joining(", "));
    }

    /** The model to evaluate; empty when none is named and none is built in. */
    public Optional<String> chosen(RunConfiguration configuration) {
        return configuration
                .model()
                .or(() -> providers.stream()
                        .map(ModelProvider::scheme)
                        .filter(BUILT_IN::equals)
                        .findFirst());
    }

    /**
     * Looks, without loading anything, whether a model can be opened.
     *
     * @throws ModelException if not
     */
    public void check(String name) {
        provider(name).check(location(name));
    }

    /**
     * Looks, without loading anything, whether a model can be computed with in a precision.
     *
     * @throws ModelException if not
     */
    public void checkPrecision(String name, String precision) {
        provider(name).checkPrecision(precision);
    }

    /** Whether a precision that the model can be computed with looks at a text first. */
    public boolean needsCalibration(String name, String precision) {
        return provider(name).needsCalibration(precision);
    }

    /**
     * Loads a model.
     *
     * @throws ModelException if it can't be
     */
    public LanguageModel open(String name, ModelOptions options) {
        return provider(name).open(location(name), options);
    }

    private ModelProvider provider(String name) {
        return providers.stream()
                .filter(provider -> provider.scheme().equals(scheme(name)))
                .findFirst()
                .orElseThrow(() -> new ModelException("unknown kind of model '" + name + "'; legal: " + usages()));
    }

    private static String scheme(String name) {
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    private static String location(String name) {
        return name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
    }
}
