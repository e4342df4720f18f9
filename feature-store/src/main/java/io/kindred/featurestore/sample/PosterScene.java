package io.kindred.featurestore.sample;

/** Draws the picture of a poster, 96 x 144, without the lettering. */
@FunctionalInterface
interface PosterScene {
    void draw(SvgCanvas svg, PosterPalette palette, SampleRandom random);
}
