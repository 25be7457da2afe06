// Asks veraPDF whether files keep to the standards they claim: `VeraPdf FLAVOUR[,FLAVOUR] FILE...`, with
// flavours such as 3a, 2a, ua1. A line each says PASS or FAIL, the lines below a FAIL which clause and
// where. Ends with 1 when something failed. It judges nothing itself; verapdf.sh starts it.

import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean passed = arguments.length > 1;
        for (int at = 1; at < arguments.length; at++) {
            for (String name : arguments[0].split(",")) {
                passed &= keeps(new File(arguments[at]), PDFAFlavour.byFlavourId(name));
            }
        }
        System.exit(passed ? 0 : 1);
    }

    private static boolean keeps(File file, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(file, flavour);
                var validator = foundry.createValidator(flavour, false)) {
            var result = validator.validate(parser);
            var word = result.isCompliant() ? "PASS" : "FAIL";
            System.out.println(word + " " + flavour.getId() + " " + file);
            for (var one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = one.getRuleId();
                    System.out.println("  " + rule.getClause() + "-" + rule.getTestNumber() + " "
                            + one.getMessage() + " @ " + one.getLocation().getContext());
                }
            }
            return result.isCompliant();
        }
    }
}
