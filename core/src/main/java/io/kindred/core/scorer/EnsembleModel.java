package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The serving form {@code ensemble}: several models of other forms over the same users and items, whose scores are fused. Use
 * {@link #of}: it makes a model that folds in if a member does, and knows similar items if a member does; members that do not
 * are then left out of those answers.
 */
public sealed class EnsembleModel extends ServingModel implements UserItemScorer {
    /** The most members of an ensemble. */
    public static final int MAX_MEMBERS = 16;

    private final List<Member> members;
    private final Fusion fusion;

    /**
     * A model of an ensemble.
     *
     * @param model scores users known from training, and is no ensemble itself
     * @param weight of its scores: finite and not negative
     */
    public record Member(ServingModel model, float weight) {
        public Member {
            if (!(model instanceof UserItemScorer) || model instanceof EnsembleModel) {
                throw new IllegalArgumentException("a model of '" + model.info().provider()
                        + "' cannot be a member of an ensemble: members score known users and are no ensembles");
            }
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new IllegalArgumentException("the weight of a member is " + weight + " but must not be negative");
            }
        }

        private UserItemScorer scorer() {
            return (UserItemScorer) model;
        }
    }

    private EnsembleModel(ModelInfo info, List<Member> members, Fusion fusion) {
        super(
                info,
                members.getFirst().model().users(),
                members.getFirst().model().items(),
                members.getFirst().model().histories());
        for (Member member : members) {
            users().requireSame(member.model().users(), "the users of two members of an ensemble");
            items().requireSame(member.model().items(), "the items of two members of an ensemble");
        }
        this.members = List.copyOf(members);
        this.fusion = fusion;
    }

    /**
     * An ensemble with the capabilities of its members.
     *
     * @param members 1 to {@value #MAX_MEMBERS}, over the same vocabularies, not all of weight 0
     */
    public static EnsembleModel of(ModelInfo info, List<Member> members, Fusion fusion) {
        if (members.isEmpty() || members.size() > MAX_MEMBERS) {
            throw new IllegalArgumentException(
                    "an ensemble has " + members.size() + " members but must have 1 to " + MAX_MEMBERS);
        }
        if (members.stream().allMatch(m -> m.weight() == 0f)) {
            throw new IllegalArgumentException("every member of the ensemble has the weight 0");
        }
        boolean foldsIn = members.stream().anyMatch(m -> m.model() instanceof FoldIn);
        boolean similar = members.stream().anyMatch(m -> m.model() instanceof SimilarItems);
        if (foldsIn) {
            return similar ? new FoldingSimilar(info, members, fusion) : new Folding(info, members, fusion);
        }
        return similar ? new Similar(info, members, fusion) : new EnsembleModel(info, members, fusion);
    }

    static EnsembleModel load(ModelInfo info, ArtifactReader in) throws IOException {
        List<ModelInfo> infos = in.members();
        if (infos.isEmpty() || infos.size() > MAX_MEMBERS) {
            throw new ArtifactException("the manifest lists " + infos.size()
                    + " members of the ensemble; an ensemble has 1 to " + MAX_MEMBERS);
        }
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        UserHistories histories = in.histories("histories", items.size());
        List<Member> members = new ArrayList<>();
        for (int m = 0; m < infos.size(); m++) {
            if (infos.get(m).kind() == ArtifactKind.ENSEMBLE) {
                throw new ArtifactException("a member of the ensemble is an ensemble itself");
            }
            MemberReader part = new MemberReader(in, m, users, items, histories);
            ServingModel form = ServingForms.load(infos.get(m), part);
            members.add(new Member(form, (float) part.number("weight")));
        }
        return of(info, members, Fusion.load(in));
    }

    @Override
    final void saveForm(ArtifactWriter out) throws IOException {
        fusion.save(out);
        for (int m = 0; m < members.size(); m++) {
            ServingModel model = members.get(m).model();
            out.member(model.info());
            MemberWriter part = new MemberWriter(out, m);
            part.setting("weight", members.get(m).weight());
            model.saveForm(part);
        }
    }

    /** The models and their weights. */
    public final List<Member> members() {
        return members;
    }

    /** How their scores are fused. */
    public final Fusion fusion() {
        return fusion;
    }

    @Override
    public final boolean canScore(int user) {
        for (Member member : members) {
            if (member.weight() > 0 && member.scorer().canScore(user)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final void scoreAll(int user, float[] scores) {
        BitSet seen = new BitSet(scores.length);
        for (int item : histories().of(user)) {
            seen.set(item);
        }
        fuse(seen, scores, (member, target) -> {
            if (!member.scorer().canScore(user)) {
                return false;
            }
            member.scorer().scoreAll(user, target);
            return true;
        });
    }

    /** One member's answer to a question. */
    @FunctionalInterface
    private interface Answer {
        /** Writes all scores, or returns false where the member has no answer. */
        boolean write(Member member, float[] target);
    }

    /** The fused answers; NaN for items that no member scores. */
    private void fuse(BitSet seen, float[] scores, Answer answer) {
        float[] own = new float[scores.length];
        BitSet scored = new BitSet(scores.length);
        Arrays.fill(scores, 0f);
        for (Member member : members) {
            if (member.weight() > 0 && answer.write(member, own)) {
                for (int i = 0; i < own.length; i++) {
                    if (!Float.isNaN(own[i])) {
                        scored.set(i);
                    }
                }
                fusion.add(own, seen, member.weight(), scores);
            }
        }
        for (int i = scored.nextClearBit(0); i < scores.length; i = scored.nextClearBit(i + 1)) {
            scores[i] = Float.NaN;
        }
    }

    final void fuseHistory(int[] history, float[] weights, float[] scores) {
        BitSet seen = new BitSet(scores.length);
        for (int item : history) {
            seen.set(item);
        }
        fuse(seen, scores, (member, target) -> {
            if (!(member.model() instanceof FoldIn foldIn)) {
                return false;
            }
            foldIn.scoreHistory(history, weights, target);
            return true;
        });
    }

    final void fuseSimilar(int item, float[] scores) {
        BitSet itself = new BitSet(scores.length);
        itself.set(item);
        fuse(itself, scores, (member, target) -> {
            if (!(member.model() instanceof SimilarItems similar)) {
                return false;
            }
            similar.scoreSimilar(item, target);
            return true;
        });
        scores[item] = Float.NaN;
    }

    /** An ensemble that folds in. */
    static final class Folding extends EnsembleModel implements FoldIn {
        private Folding(ModelInfo info, List<Member> members, Fusion fusion) {
            super(info, members, fusion);
        }

        @Override
        public void scoreHistory(int[] history, float[] weights, float[] scores) {
            fuseHistory(history, weights, scores);
        }
    }

    /** An ensemble that knows similar items. */
    static final class Similar extends EnsembleModel implements SimilarItems {
        private Similar(ModelInfo info, List<Member> members, Fusion fusion) {
            super(info, members, fusion);
        }

        @Override
        public void scoreSimilar(int item, float[] scores) {
            fuseSimilar(item, scores);
        }
    }

    /** An ensemble that does both. */
    static final class FoldingSimilar extends EnsembleModel implements FoldIn, SimilarItems {
        private FoldingSimilar(ModelInfo info, List<Member> members, Fusion fusion) {
            super(info, members, fusion);
        }

        @Override
        public void scoreHistory(int[] history, float[] weights, float[] scores) {
            fuseHistory(history, weights, scores);
        }

        @Override
        public void scoreSimilar(int item, float[] scores) {
            fuseSimilar(item, scores);
        }
    }
}
