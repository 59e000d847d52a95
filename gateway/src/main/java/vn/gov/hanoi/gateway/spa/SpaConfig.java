package vn.gov.hanoi.gateway.spa;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Setting of the page; can be given by the environment: CONGVU_SPA_DIRECTORY=/srv/app. */
@ConfigMapping(prefix = "congvu.spa")
public interface SpaConfig {
    /** Folder of the files that are served below {@code /app}; without it there is no page. */
    Optional<Path> directory();
}
