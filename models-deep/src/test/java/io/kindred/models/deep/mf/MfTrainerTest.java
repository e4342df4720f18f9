package io.kindred.models.deep.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.tck.ContractData;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class MfTrainerTest {
    private static final MfParameters FAST = new MfParameters(2, 1, 0.05, 0.01, 64, 1);

    @Test
    void anUnknownDeviceIsRefused() {
        assertThatThrownBy(() -> train("tpu", ContractData.oneUser()))
                .isInstanceOf(KindredException.class)
                .hasMessage("unknown device 'tpu'; legal are cpu and gpu:N, as in gpu:0");
    }

    @Test
    void dataWithoutAnythingToRankBelowAreRefused() {
        TrainingData data = ContractData.oneItem();

        assertThatThrownBy(() -> train("cpu", data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("every one of the 1 items");
    }

    @Test
    void withoutAnEngineTrainingSaysWhatIsMissingAndAllElseWorks() throws Exception {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(classPathWithoutDjl(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(bare);
            Object answer = ((Callable<?>) bare.loadClass(WithoutEngine.class.getName())
                            .getConstructor()
                            .newInstance())
                    .call();

            assertThat(answer)
                    .asString()
                    .startsWith("KindredException: model 'mf' is trained with PyTorch through DJL")
                    .contains("ai.djl.pytorch:pytorch-engine");
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    /** Runs in a class loader that knows no DJL: a provider and a trainer made there cannot have touched it. */
    public static final class WithoutEngine implements Callable<String> {
        @Override
        public String call() throws InterruptedException {
            MfProvider provider = new MfProvider();
            Trainer trainer = provider.trainer(provider.defaults());
            try {
                trainer.train(ContractData.oneUser(), TrainingContext.ofSeed(1));
                return "trained";
            } catch (KindredException e) {
                return e.getClass().getSimpleName() + ": " + e.getMessage();
            }
        }
    }

    private static void train(String device, TrainingData data) throws InterruptedException {
        new MfProvider()
                .trainer(FAST)
                .train(data, TrainingContext.ofSeed(1).withDevice(device))
                .close();
    }

    private static URL[] classPathWithoutDjl() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.replace('\\', '/').contains("/ai/djl/")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
