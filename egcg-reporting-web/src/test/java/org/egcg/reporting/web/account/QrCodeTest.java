package org.egcg.reporting.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;
    private static final String URI =
            "otpauth://totp/EGCG%20Reporting:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=EGCG%20Reporting";

    @Test
    void aCameraReadsWhatWasWritten() throws Exception {
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(drawn(QrCode.svg(URI)))))
                        .getText())
                .isEqualTo(URI);
    }

    @Test
    void thePictureHoldsNothingButTwoPaths() {
        assertThat(QrCode.svg(URI)).matches("<svg [^<>]*><path [^<>]*/><path [^<>]*/></svg>");
    }

    private static LuminanceSource drawn(String svg) {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        byte[] light = new byte[width * width];
        java.util.Arrays.fill(light, (byte) 0xff);
        Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg).results().forEach(dark -> blacken(dark, light, width));
        return new LuminanceSource(width, width) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return java.util.Arrays.copyOfRange(light, y * width, (y + 1) * width);
            }

            @Override
            public byte[] getMatrix() {
                return light;
            }
        };
    }

    private static void blacken(MatchResult module, byte[] light, int width) {
        for (int y = 0; y < SCALE; y++) {
            int from =
                    (Integer.parseInt(module.group(2)) * SCALE + y) * width + Integer.parseInt(module.group(1)) * SCALE;
            java.util.Arrays.fill(light, from, from + SCALE, (byte) 0);
        }
    }
}
