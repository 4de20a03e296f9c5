//! What pages are made of: things at places, in strips that are never divided, and what they mean to who cannot see.

use krilla::tagging::{Identifier, Node as TagNode, TagGroup, TagKind, TagTree};

use crate::report::chart::Scene;
use crate::report::chart::scene::Rgb;

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Whether they are bold.
    pub bold: bool,
    /// Their size in points.
    pub size: f32,
    /// Their colour.
    pub ink: Rgb,
}

/// Something drawn, its place counted from the left edge of the page and the top of its strip.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Letters on a baseline.
    Text { x: f32, y: f32, text: String, style: Style },
    /// A level line.
    Rule { x: f32, y: f32, width: f32, thick: f32, ink: Rgb },
    /// A chart.
    Scene { x: f32, y: f32, scale: f32, scene: Scene },
    /// The logo of the letterhead.
    Logo { x: f32, y: f32, width: f32, height: f32 },
}

/// A thing and the node of the tree of meanings that it belongs to; none, if it only adorns.
#[derive(Clone, Debug)]
pub struct Item {
    /// What is drawn.
    pub shape: Shape,
    /// What it belongs to.
    pub node: Option<NodeId>,
}

/// A heading to be found in the list of bookmarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// 1 for a section, 2 within one.
    pub level: usize,
    /// The heading.
    pub title: String,
}

/// A part of the flow that is never divided.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// The room above it, which is left out at the top of a page.
    pub gap: f32,
    /// Its height.
    pub height: f32,
    /// How much room must be left from its top, if that is more than its height.
    pub reserve: f32,
    /// What is drawn.
    pub items: Vec<Item>,
    /// Whether it stays on a page with the next one.
    pub keep: bool,
    /// Whether it begins a page, unless the one before has hardly begun.
    pub new_page: bool,
    /// The colour of the line in the gap above it, which is left out with the gap.
    pub ruled: Option<Rgb>,
    /// Which head is drawn again above it at the top of a page.
    pub head: Option<usize>,
    /// The heading it is.
    pub mark: Option<Mark>,
}

/// Things that are drawn again on every page of a table.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Their height.
    pub height: f32,
    /// What is drawn; it means nothing a second time.
    pub shapes: Vec<Shape>,
}

/// A place in the tree of meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(usize);

struct Node {
    tag: TagKind,
    children: Vec<NodeId>,
    leaves: Vec<Identifier>,
}

/// What the things on the pages mean: headings, paragraphs, lists, tables, figures.
#[derive(Default)]
pub struct Tree {
    nodes: Vec<Node>,
    roots: Vec<NodeId>,
}

impl Tree {
    /// Adds a node below another one, or at the top.
    pub fn add(&mut self, parent: Option<NodeId>, tag: impl Into<TagKind>) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag: tag.into(), children: Vec::new(), leaves: Vec::new() });
        match parent.and_then(|parent| self.nodes.get_mut(parent.0)) {
            Some(parent) => parent.children.push(id),
            None => self.roots.push(id),
        }
        id
    }

    /// Something was drawn that belongs to a node.
    pub fn leaf(&mut self, node: NodeId, leaf: Identifier) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.leaves.push(leaf);
        }
    }

    /// The tree as the file keeps it, without nodes that nothing belongs to.
    pub fn grown(mut self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            if let Some(group) = self.group(root) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&mut self, id: NodeId) -> Option<TagGroup> {
        let node = self.nodes.get_mut(id.0)?;
        let (children, leaves) = (std::mem::take(&mut node.children), std::mem::take(&mut node.leaves));
        let mut group = TagGroup::new(node.tag.clone());
        // An empty cell still is a cell: without it, the columns of a row would move.
        let is_cell = matches!(node.tag, TagKind::TD(_) | TagKind::TH(_));
        for child in children {
            if let Some(child) = self.group(child) {
                group.push(TagNode::Group(child));
            }
        }
        for leaf in leaves {
            group.push(TagNode::Leaf(leaf));
        }
        (is_cell || !group.children.is_empty()).then_some(group)
    }
}
