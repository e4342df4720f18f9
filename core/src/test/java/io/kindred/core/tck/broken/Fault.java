package io.kindred.core.tck.broken;

import java.util.Set;

/** What can be wrong with a model, and the contract tests that must find it out. */
enum Fault {
    NONE,
    NOT_IN_THE_CATALOG("isFoundByItsName"),
    BLANK_CARD("hasACardThatSaysWhatItIs"),
    WRONG_INFO("modelSaysWhatItIs"),
    NO_TASTE("findsTheItemHiddenFromEachUserOfACheckerboard"),
    RANDOM_BITS("sameSeedGivesTheSameBits", "sixteenThreadsGiveTheBitsOfOne", "updateWithNothingNewChangesNothing"),
    DEPENDS_ON_THREADS("sixteenThreadsGiveTheBitsOfOne"),
    MUTATES_INPUT("inputIsUntouched"),
    IGNORES_STOP("listenerMayStopTrainingAndKeepASnapshot"),
    UNCANCELLABLE(
            "doesNotStartWhenCancelledBefore",
            "cancellationStopsTraining",
            "interruptStopsTraining",
            "updateDoesNotStartWhenCancelledBefore"),
    SWALLOWS_INTERRUPT("interruptStopsTraining"),
    BREAKS_ON_EMPTY_DATA("dataWithoutInteractionsAreRefusedOrLearnt"),
    BREAKS_ON_ONE_USER("oneUserOrOneItemIsRefusedOrLearnt"),
    /** Where there is one item, one user of the kit's data has no history. */
    BREAKS_ON_COLD_ROWS("coldRowsHarmNobody", "oneUserOrOneItemIsRefusedOrLearnt"),
    BREAKS_ON_DUPLICATES("duplicatesHarmNobody"),
    /** The saved form is sound, so it differs. */
    NAN_LEAK("scoresAreFiniteOrNaN", "savedModelAnswersTheSameWithoutItsProvider"),
    SUBSET_SCORES_DIFFER("scoresOfSomeItemsAreThoseOfAll"),
    NOT_THREAD_SAFE("concurrentScoresAreThoseOfOneThread"),
    THROWS_ON_UNKNOWN_IDS("unknownIdsNeverThrow"),
    /** What it forgot it recommends again, and the saved model cannot know it either. */
    FORGETS_HISTORIES(
            "seenExcludedAndOtherThanCandidateItemsStayOut",
            "savedModelAnswersTheSameWithoutItsProvider",
            "updateLearnsNewUsersAndItems",
            "updateWithNothingNewChangesNothing"),
    EXPLAINS_WITH_STRANGE_ITEMS("everyCapabilityWorks"),
    EXPLAINS_ONLY_ONCE("everyCapabilityWorks"),
    LOSES_A_CAPABILITY_ON_SAVING("savedModelAnswersTheSameWithoutItsProvider"),
    /** The saved form predicts no ratings at all. */
    PREDICTS_IMPOSSIBLE_RATINGS("everyCapabilityWorks", "savedModelAnswersTheSameWithoutItsProvider"),
    LOSES_DATA_ON_SAVING("savedModelAnswersTheSameWithoutItsProvider"),
    CLOSES_ONLY_ONCE("closingTwiceIsHarmless"),
    UPDATE_FORGETS_NEW_USERS("updateLearnsNewUsersAndItems"),
    UPDATE_CHANGES_THE_BASE("updateLeavesTheBaseAsItWas"),
    UPDATE_DRIFTS("updateWithNothingNewChangesNothing"),
    UPDATE_TAKES_ANY_IDS("updateRefusesIdsInAnotherOrder");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> foundBy;

    Fault(String... foundBy) {
        this.foundBy = Set.of(foundBy);
    }

    /** The names of the tests that must fail, and no other. */
    Set<String> foundBy() {
        return foundBy;
    }
}
