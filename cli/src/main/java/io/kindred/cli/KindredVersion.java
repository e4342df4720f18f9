package io.kindred.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class. */
final class KindredVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = KindredVersion.class.getResourceAsStream("build.properties")) {
            build.load(in);
        }
        return new String[] {"Kindred " + build.getProperty("version")};
    }
}
