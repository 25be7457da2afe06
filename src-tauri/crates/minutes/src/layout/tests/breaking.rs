//! The breaker: best of all ways, never too wide, few hyphens.

use super::{fonts, prose};
use crate::document::Face;
use crate::frame::{NodeId, Owner};
use crate::layout::breaks::{HYPHEN, Point, demerits, total_fit};
use crate::layout::hyphen::Names;
use crate::layout::inline::{Span, Style, lines};
use crate::layout::line::Line;
use crate::layout::shape::Shaper;

const LINE: i64 = 4_000;

/// The least demerits of all ways to break, by trying every one.
fn brute_force(points: &[Point], width: i64) -> Option<i64> {
    let inner = points.len() - 2;
    let mut best: Option<i64> = None;
    'ways: for way in 0..1_u32 << inner {
        let (mut cost, mut from, mut streak) = (0, 0, 0);
        for at in 1..points.len() {
            let last = at + 1 == points.len();
            if !last && way & (1 << (at - 1)) == 0 {
                continue;
            }
            let natural = points[at].end - points[from].start;
            streak = if points[at].hyphen { streak + 1 } else { 0 };
            if natural > width || streak > 2 {
                continue 'ways;
            }
            cost += demerits(natural, width, last) + points[at].penalty + LINE;
            from = at;
        }
        best = Some(best.map_or(cost, |known| known.min(cost)));
    }
    best
}

fn cost(points: &[Point], chosen: &[usize], width: i64) -> i64 {
    let mut from = 0;
    let mut sum = 0;
    for at in chosen {
        let last = *at + 1 == points.len();
        sum += demerits(points[*at].end - points[from].start, width, last)
            + points[*at].penalty
            + LINE;
        from = *at;
    }
    sum
}

#[test]
fn the_choice_is_the_best_of_all() {
    let mut state = 7_u64;
    let mut random = |most: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % most).unwrap()
    };
    for _ in 0..300 {
        let mut points = vec![Point { end: 0, start: 0, penalty: 0, hyphen: false }];
        let mut sum = 0;
        for _ in 0..3 + random(10) {
            sum += 1_000 + random(6_000);
            let hyphen = random(2) == 0;
            let end = if hyphen { sum + 300 } else { sum };
            let start = if hyphen { sum } else { sum + 250 };
            let penalty = if hyphen { HYPHEN } else { 0 };
            points.push(Point { end, start, penalty, hyphen });
            sum = start;
        }
        let width = 6_000 + random(9_000);
        let chosen = total_fit(&points, width);
        let found = chosen.as_ref().map(|chosen| cost(&points, chosen, width));
        // The end of a paragraph is no hyphen.
        let last = points.len() - 1;
        if points[last].hyphen {
            continue;
        }
        assert_eq!(found, brute_force(&points, width), "{points:?} {width}");
    }
}

fn broken(words: &str, width: i64) -> Vec<Line> {
    let fonts = fonts();
    let mut shaper = Shaper::new(&fonts);
    let style = Style::new(11_000, 15_000).hyphens();
    let spans = [Span::new(words, Face::Regular, Owner::Node(NodeId(0)))];
    lines(&mut shaper, &Names::default(), &spans, style, width)
}

#[test]
fn no_line_is_wider_than_its_column() {
    for seed in 0..40 {
        for width in [40_000, 90_000, 200_000, 357_000] {
            let set = broken(&prose(seed, 120), width);
            assert!(set.len() > 1);
            let mut streak = 0;
            for line in &set {
                assert!(line.width <= width, "{} > {width}", line.width);
                let ink: i64 = line.runs.iter().map(|(_, run)| run.x.0).max().unwrap_or(0);
                assert!(ink <= width);
                streak = if line.hyphen { streak + 1 } else { 0 };
                assert!(streak <= 2 || width < 90_000);
            }
        }
    }
}

#[test]
fn spaces_stay_in_the_text_and_hyphens_are_marked() {
    let words = prose(5, 200);
    let set = broken(&words, 200_000);
    let runs = set.iter().flat_map(|line| line.runs.iter());
    let all: String = runs.map(|(_, run)| super::run_text(run)).collect();
    assert_eq!(all.replace('\u{ad}', ""), words);
    let hyphens = set.iter().filter_map(|line| line.runs.last());
    let soft = hyphens.filter(|(_, run)| run.actual_text.as_deref() == Some("\u{ad}")).count();
    assert!(soft > 0);
}

#[test]
fn kerning_and_ligatures_are_used() {
    let glyphs = |words: &str| {
        let set = broken(words, 300_000);
        set[0].runs.iter().map(|(_, run)| run.glyphs.len()).sum::<usize>()
    };
    assert!(glyphs("offen") < 5, "no ligature");
    let width = |words: &str| broken(words, 300_000)[0].width;
    assert!(width("AV") < width("A") + width("V"), "no kerning");
}
