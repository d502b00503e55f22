package dev.touchstone.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The profiles that come with Touchstone, and files of users. Call {@link #of} or {@link #read}. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ProfileCatalog {

    private static final String FOLDER = "profiles/";

    private ProfileCatalog() {}

    /** All names, older devices first. */
    public static List<String> names() {
        return Yaml.text(FOLDER + "index.txt").lines().toList();
    }

    /** The profile of that name, if there is one. */
    public static Optional<HardwareProfile> of(String name) {
        return names().contains(name)
                ? Optional.of(ProfileReader.read(name, name + ".yaml", Yaml.text(FOLDER + name + ".yaml")))
                : Optional.empty();
    }

    /** All profiles. */
    public static List<HardwareProfile> all() {
        return names().stream().flatMap(name -> of(name).stream()).toList();
    }

    /**
     * A user's own profile, which is called as its file is without the ending.
     *
     * @throws HardwareException if the file can't be read, or is none
     */
    public static HardwareProfile read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            return ProfileReader.read(name, file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HardwareException("the hardware profile " + file + " can't be read (" + e.getMessage()
                    + "); check the path, which starts at the working directory unless it is absolute");
        }
    }
}
