package io.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.metric.RatingErrors;
import org.junit.jupiter.api.Test;

class RatingErrorsTest {
    private final Interactions target = TestData.interactions(
            2, 3, TimeKind.TIMESTAMP, new int[] {0, 0, 1, 4}, new int[] {0, 1, 2, 5}, new int[] {1, 2, 3, 1});

    private RatingErrors errors(FakeModel.Score score) {
        RatingErrors errors = new RatingErrors(2);
        FakeModel.Ratings model = new FakeModel.Ratings(target, score);
        errors.measure(model, 0, 0, target);
        errors.measure(model, 1, 1, target);
        return errors;
    }

    @Test
    void averagesOverRatings() {
        // Errors of 3 - 4, 3 - 5 and 3 - 1: (1 + 4 + 4) / 3 squared, (1 + 2 + 2) / 3 absolute.
        RatingErrors errors = errors((user, item) -> 3);
        assertThat(errors.rmse()).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(errors.mae()).isCloseTo(5.0 / 3, within(1e-12));
    }

    @Test
    void leavesOutWhatIsNotPredicted() {
        RatingErrors errors = errors((user, item) -> user == 0 ? 3 : Float.NaN);
        assertThat(errors.rmse()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThat(errors.unpredicted()).isEqualTo(1);
        assertThat(errors((user, item) -> Float.NaN).mae()).isNaN();
    }
}
