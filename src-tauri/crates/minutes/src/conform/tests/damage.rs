//! A file, opened to be damaged: shorthand over `lopdf`. Whatever a damage needs must be in the
//! sample, else the test fails.

use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::pdf::tests::sample_file;

/// The rule that must be named, the name of the damage, and what it does.
pub(super) type Damage = (&'static str, &'static str, fn(&mut Pdf));

pub(super) struct Pdf {
    pub(super) objects: Document,
}

impl Pdf {
    pub(super) fn sample() -> Self {
        static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = SAMPLE.get_or_init(sample_file);
        Self { objects: Document::load_mem(bytes).unwrap() }
    }

    pub(super) fn bytes(&mut self) -> Vec<u8> {
        self.objects.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
        let mut bytes = Vec::new();
        self.objects.save_to(&mut bytes).unwrap();
        bytes
    }

    pub(super) fn catalog(&mut self) -> &mut Dictionary {
        self.objects.catalog_mut().unwrap()
    }

    pub(super) fn dict(&mut self, id: ObjectId) -> &mut Dictionary {
        match self.objects.get_object_mut(id).unwrap() {
            Object::Dictionary(found) => found,
            Object::Stream(stream) => &mut stream.dict,
            other => panic!("{other:?}"),
        }
    }

    /// The dictionary at the end of a way of keys from the catalog, behind all references.
    pub(super) fn at(&mut self, way: &str) -> &mut Dictionary {
        let root = self.objects.trailer.get(b"Root").unwrap().as_reference().unwrap();
        self.below(root, way)
    }

    pub(super) fn below(&mut self, from: ObjectId, way: &str) -> &mut Dictionary {
        let (mut home, mut keys) = (from, Vec::new());
        for key in way.split('/') {
            keys.push(key.as_bytes());
            let mut held = self.objects.get_object(home).unwrap().as_dict().unwrap();
            for key in &keys[..keys.len() - 1] {
                held = held.get(key).unwrap().as_dict().unwrap();
            }
            if let Ok(next) = held.get(key.as_bytes()).unwrap().as_reference() {
                (home, keys) = (next, Vec::new());
            }
        }
        let mut held = self.dict(home);
        for key in keys {
            held = held.get_mut(key).unwrap().as_dict_mut().unwrap();
        }
        held
    }

    pub(super) fn info(&mut self) -> &mut Dictionary {
        let info = self.objects.trailer.get(b"Info").unwrap().as_reference().unwrap();
        self.dict(info)
    }

    pub(super) fn page_id(&self, index: u32) -> ObjectId {
        self.objects.get_pages()[&(index + 1)]
    }

    pub(super) fn page(&mut self, index: u32) -> &mut Dictionary {
        let id = self.page_id(index);
        self.dict(id)
    }

    pub(super) fn content(&self, page: u32) -> String {
        let data = self.objects.get_page_content(self.page_id(page));
        String::from_utf8_lossy(&data).into_owned()
    }

    pub(super) fn set_content(&mut self, page: u32, content: String) {
        let stream = self.add(Stream::new(Dictionary::new(), content.into_bytes()));
        self.page(page).set("Contents", stream);
    }

    /// Replaces words of a page, the first time they stand there.
    pub(super) fn rewrite(&mut self, page: u32, from: &str, to: &str) {
        let content = self.content(page);
        assert!(content.contains(from), "{from}");
        self.set_content(page, content.replacen(from, to, 1));
    }

    /// Puts operators at the end of a page.
    pub(super) fn draw(&mut self, operators: &str) {
        let content = self.content(0);
        self.set_content(0, format!("{content}\n{operators}\n"));
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> Object {
        Object::Reference(self.objects.add_object(object))
    }

    /// Objects with a value under a key, in the order of their numbers.
    pub(super) fn with(&self, key: &str, name: &str) -> Vec<ObjectId> {
        let held = |object: &Object| match object {
            Object::Dictionary(found) => found.get(key.as_bytes()).ok().cloned(),
            Object::Stream(stream) => stream.dict.get(key.as_bytes()).ok().cloned(),
            _ => None,
        };
        let hit = |object: &Object| {
            held(object).is_some_and(|value| value.as_name().ok() == Some(name.as_bytes()))
        };
        let all = self.objects.objects.iter().filter(|(_, object)| hit(object));
        all.map(|(id, _)| *id).collect()
    }

    /// Structure elements of a role.
    pub(super) fn elements(&self, role: &str) -> Vec<ObjectId> {
        let all = self.with("S", role).into_iter();
        all.filter(|id| self.objects.get_dictionary(*id).unwrap().has_type(b"StructElem")).collect()
    }

    pub(super) fn element(&mut self, role: &str) -> &mut Dictionary {
        let id = self.elements(role)[0];
        self.dict(id)
    }

    pub(super) fn annotation(&mut self, kind: &str) -> &mut Dictionary {
        let id = self.with("Subtype", kind)[0];
        self.dict(id)
    }

    /// The link that has a key: `A` leads out, `Dest` inside.
    pub(super) fn link(&mut self, key: &str) -> &mut Dictionary {
        let all = self.with("Subtype", "Link").into_iter();
        let has = |id: &ObjectId| self.objects.get_dictionary(*id).unwrap().has(key.as_bytes());
        let id = all.into_iter().find(has).unwrap();
        self.dict(id)
    }

    /// Changes the first row of the parent tree that belongs to a page.
    pub(super) fn row(&mut self, change: impl FnOnce(&mut Vec<Object>)) {
        let rows = self.at("StructTreeRoot/ParentTree").get(b"Nums").unwrap();
        let row = rows.as_array().unwrap()[1].as_reference().unwrap();
        change(self.objects.get_object_mut(row).unwrap().as_array_mut().unwrap());
    }

    /// The first font and the font inside it.
    pub(super) fn font(&self) -> (ObjectId, ObjectId) {
        let outer = self.with("Subtype", "Type0")[0];
        let inner = self.objects.get_dictionary(outer).unwrap().get(b"DescendantFonts").unwrap();
        (outer, inner.as_array().unwrap()[0].as_reference().unwrap())
    }

    /// Changes the bytes of the stream that a key names.
    pub(super) fn stream(
        &mut self,
        from: ObjectId,
        key: &str,
        change: impl FnOnce(Vec<u8>) -> Vec<u8>,
    ) {
        let id = self.dict(from).get(key.as_bytes()).unwrap().as_reference().unwrap();
        let stream = self.objects.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        let changed = change(stream.get_plain_content().unwrap());
        stream.set_plain_content(changed);
    }

    pub(super) fn xmp(&mut self, from: &str, to: &str) {
        let root = self.objects.trailer.get(b"Root").unwrap().as_reference().unwrap();
        self.stream(root, "Metadata", |packet| {
            let packet = String::from_utf8(packet).unwrap();
            assert!(packet.contains(from), "{from}");
            packet.replacen(from, to, 1).into_bytes()
        });
    }
}

/// A name object.
pub(super) fn name(value: &str) -> Object {
    Object::Name(value.as_bytes().to_vec())
}

pub(super) fn words(value: &str) -> Object {
    Object::string_literal(value)
}
