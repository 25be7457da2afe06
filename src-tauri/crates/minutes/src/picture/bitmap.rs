//! PNG and JPEG: samples of a page.
//!
//! A PNG is unpacked and laid on white, so that nothing of a page is see-through. A JPEG goes into
//! the file as it is, once it was read from end to end.

use std::io::Cursor;
use std::sync::Arc;

use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{MOST_PIXELS, PictureError};
use crate::frame::{Raster, Samples};

/// How every PNG begins.
pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Reads a bitmap by its first bytes; a name says nothing.
pub(super) fn read(bytes: Vec<u8>) -> Result<Raster, PictureError> {
    if bytes.starts_with(PNG) {
        png(&bytes)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        jpeg(bytes)
    } else {
        Err(PictureError::NoBitmap)
    }
}

fn png(bytes: &[u8]) -> Result<Raster, PictureError> {
    let no = |_| PictureError::NoBitmap;
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(no)?;
    let (width, height) = sized(header.width, header.height)?;
    let mut reader = decoder.read_info().map_err(no)?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or(PictureError::TooManyPixels)?];
    let made = reader.next_frame(&mut samples).map_err(no)?;
    samples.truncate(made.buffer_size());
    let (grey, samples) = match made.color_type {
        ColorType::Grayscale => (true, samples),
        ColorType::Rgb => (false, samples),
        ColorType::GrayscaleAlpha => (true, on_white(&samples, 1)),
        ColorType::Rgba => (false, on_white(&samples, 3)),
        // Palettes are expanded.
        ColorType::Indexed => return Err(PictureError::NoBitmap),
    };
    Ok(Raster { width, height, grey, samples: Samples::Plain(Arc::from(samples)) })
}

/// Samples with their opacity behind them, laid on white.
fn on_white(samples: &[u8], colours: usize) -> Vec<u8> {
    let mut laid = Vec::with_capacity(samples.len());
    for pixel in samples.chunks_exact(colours + 1) {
        let Some((opacity, colours)) = pixel.split_last() else { continue };
        let opacity = u16::from(*opacity);
        laid.extend(colours.iter().map(|colour| {
            let mixed = u16::from(*colour) * opacity + 255 * (255 - opacity) + 127;
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        }));
    }
    laid
}

fn jpeg(bytes: Vec<u8>) -> Result<Raster, PictureError> {
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(MOST_PIXELS)
        .set_max_height(MOST_PIXELS);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&bytes), options);
    decoder.decode_headers().map_err(|_| PictureError::NoBitmap)?;
    let info = decoder.info().ok_or(PictureError::NoBitmap)?;
    let (width, height) = sized(u32::from(info.width), u32::from(info.height))?;
    let grey = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => true,
        Some(ColorSpace::YCbCr | ColorSpace::RGB) => false,
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(PictureError::PrintColours),
        _ => return Err(PictureError::NoBitmap),
    };
    decoder.decode().map_err(|_| PictureError::NoBitmap)?;
    Ok(Raster { width, height, grey, samples: Samples::Jpeg(Arc::from(bytes)) })
}

fn sized(width: u32, height: u32) -> Result<(u32, u32), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Empty);
    }
    let most = u32::try_from(MOST_PIXELS).unwrap_or(u32::MAX);
    if width > most || height > most {
        return Err(PictureError::TooManyPixels);
    }
    Ok((width, height))
}
