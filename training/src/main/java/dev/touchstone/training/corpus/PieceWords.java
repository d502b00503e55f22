package dev.touchstone.training.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Single words, or Chinese characters, of other words: most are one token, of thousands of different ones. */
final class PieceWords implements Words {

    private final Words words;

    PieceWords(Words words) {
        this.words = words;
    }

    @Override
    public List<String> draw(int count, Random random) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String word : words.draw(count, random)) {
            String[] parts = word.split(isChinese(word) ? "" : " ");
            pieces.add(parts[random.nextInt(parts.length)]);
        }
        return List.copyOf(pieces);
    }

    private static boolean isChinese(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }
}
