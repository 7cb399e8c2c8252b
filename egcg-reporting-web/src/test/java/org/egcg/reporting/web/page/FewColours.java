package org.egcg.reporting.web.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a page with the colours that it has most of: a fourth of the bytes, and nobody sees it. */
final class FewColours {

    private static final int COLOURS = 64;
    private static final int COARSE = 0xe0e0e0;
    private static final int OF_AN_AREA = 32;

    private final BufferedImage image;
    private final int[] palette;

    /** @param png any picture */
    FewColours(byte[] png) {
        try {
            image = ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        palette = palette();
    }

    /** Half the places go to the commonest colours, the others to the commonest of each region that has none yet. */
    private int[] palette() {
        Map<Integer, Integer> counts = counts();
        List<Integer> common = counts.keySet().stream()
                .sorted(Comparator.comparing(counts::get).reversed())
                .toList();
        Set<Integer> chosen = new LinkedHashSet<>(common.subList(0, Math.min(COLOURS / 2, common.size())));
        Set<Integer> regions = new LinkedHashSet<>();
        chosen.forEach(colour -> regions.add(colour & COARSE));
        common.stream().filter(colour -> regions.add(colour & COARSE)).forEach(chosen::add);
        common.forEach(chosen::add);
        return chosen.stream().limit(COLOURS).mapToInt(Integer::intValue).toArray();
    }

    /** A colour of an area, however small, counts for more than one that many letters have at their edges. */
    private Map<Integer, Integer> counts() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 1; y < image.getHeight(); y++) {
            for (int x = 1; x < image.getWidth(); x++) {
                boolean area = at(x, y) == at(x - 1, y) && at(x, y) == at(x, y - 1);
                counts.merge(at(x, y), area ? OF_AN_AREA : 1, Integer::sum);
            }
        }
        return counts;
    }

    private int at(int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    private int nearest(int colour) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparing(index -> distance(palette[index], colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        IntUnaryOperator difference = shift -> (one >> shift & 0xff) - (other >> shift & 0xff);
        return IntStream.of(0, 8, 16).map(difference).map(part -> part * part).sum();
    }

    /** Writes it as PNG, packed as well as it can be. */
    void write(Path file) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam packed = writer.getDefaultWriteParam();
        packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        packed.setCompressionQuality(0);
        try {
            Files.deleteIfExists(file);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(reduced(), null, null), packed);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage reduced() {
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage reduced =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = known.computeIfAbsent(at(x, y), this::nearest);
                reduced.getRaster().setSample(x, y, 0, index);
            }
        }
        return reduced;
    }
}
